# Every command of the list explains itself, in 80 columns, by both ways of asking.
for command in $(footfall help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    footfall help "$command" >help
    footfall "$command" --help >option
    cmp help option
    head -n 1 help
    awk -v c="$command" 'length > 80 { print c ": longer than 80 columns: " $0 }' help
done
