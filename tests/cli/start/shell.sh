# The manual page and the completions are well-formed, and know every command.
footfall help --man >page
grep -c '^\.S[HS] ' page
footfall help --completion bash >completion
bash -c '. ./completion
    complete_line() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _footfall; echo "${COMPREPLY[*]}"; }
    complete_line footfall im
    complete_line footfall -j file imp
    complete_line footfall log last --str
    complete_line footfall log last --changed l
    complete_line footfall help s'
footfall help --completion zsh | head -n 1
