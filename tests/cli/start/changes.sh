# What completion offers for --changed are changes that the knowledge has remedies for.
words=$(footfall help --completion bash | sed -n 's/.*--changed) .*-W "\([^"]*\)".*/\1/p')
test "$(echo "$words" | wc -w)" -ge 5
for word in $words; do
    echo "{\"tried\": {\"$word\": \"no_help\"}}" | footfall assess - --json >answer.json
    echo "$word: known"
done
