# With --json: one JSON value on standard output and nothing else, from every command that answers.
. "$HERE/../lib"
one_run
echo '{}' >case.json
for words in 'import run.fit' imports runs 'log 1 --none' ask why 'assess case.json' demo 'help sites' \
    'log 9' 'log 1 --numb never' 'ask nothing' 'help nothing' 'import nowhere' 'assess run.fit' \
    'runs -j run.fit'; do
    status=0
    footfall $words --json </dev/null >value 2>words || status=$?
    told=$(json 'print("error" if "error" in d else type(d).__name__)' <value 2>/dev/null) || told='no JSON'
    echo "$words: $told, $(wc -l <value) line, $(wc -l <words) in words, status $status"
done
