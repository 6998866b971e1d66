"""Freedom of Information requests: from a letter to a draft that an officer can prove and sign."""
