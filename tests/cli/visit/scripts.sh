# Names in other scripts, from right to left, of signs, and as long as they may be: the PDF says them as the page
# does. Letters that no font has are told, and stand as boxes.
. "$HERE/../lib"
. "$HERE/need_pdf"
for name in "Ελένη Παπαδοπούλου" "Анна Сергеевна Ёлкина" "Zoë Łukasz Ñandú Ğüneş" "a & <b> \"c\" \\ (d) %s" \
    "$(printf 'W%.0s' $(seq 500))" "$(printf 'long name %.0s' $(seq 50))"; do
    note scripts visit --name "$name" --medicines "$name" | head -1
done
echo "-- right to left"
footfall visit --name "אבגדה שלום" --medicines "العربية" --pdf rtl.pdf >/dev/null
pdftotext rtl.pdf - | python3 -c '
import sys, unicodedata
# Letters that were joined come back as the joined ones: their plain ones are meant.
text = "".join(c for c in unicodedata.normalize("NFKC", sys.stdin.read())
               if unicodedata.category(c) != "Cf" and not c.isspace())
for name in ("אבגדה", "שלום", "العربية"):
    print(name in text or name[::-1] in text)'
echo "-- in no font"
footfall visit --name "$(printf '\364\217\277\275')" --pdf none.pdf 2>&1 >/dev/null | cut -c1-60
