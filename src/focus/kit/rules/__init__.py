"""Rules in CEL: messages from fields, compiling with all checks, own functions, evaluation."""
