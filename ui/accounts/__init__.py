"""Who may use the officer pages: names, hashed passwords, logins and lock-outs."""
