"""Types to HTML, as pure functions.

Every function puts out `Markup`; every value that is plain text (a question, a document's words,
a file name) is escaped when it is put into one. Nothing here turns outside text into `Markup`.
"""
