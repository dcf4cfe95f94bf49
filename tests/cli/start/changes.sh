# What completion offers for --changed are changes that the knowledge has remedies for, and 'usual'.
words=$(footfall help --completion bash | sed -n 's/.*--changed) .*-W "\([^"]*\)".*/\1/p')
test "$(echo "$words" | wc -w)" -ge 5
test "${words% usual}" != "$words"
for word in ${words% usual}; do
    echo "{\"tried\": {\"$word\": \"no_help\"}}" | footfall assess - --json >answer.json
    echo "$word: known"
done
