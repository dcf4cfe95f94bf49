# The made-up runner: forty runs in, the answer out, the three commands to type next.
footfall demo
ls "$HOME/.local/share/footfall/demo/runs" | wc -l
