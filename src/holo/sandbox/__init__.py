"""Code nobody trusts: warm servers, one forked process a session, plain data over a socket."""
