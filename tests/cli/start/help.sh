# The list of commands, asked for in each way.
footfall help
footfall help >one
footfall --help >two
footfall -h >three
cmp one two
cmp one three
