//! The command line: arguments, files, messages, exit status. One file a subcommand.
