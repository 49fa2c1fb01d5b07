"""Joins photos into one JPEG of at most so many bytes: OUT WIDTH GAP MOST PHOTO..."""
import io
import sys

from PIL import Image, ImageOps

out, width, gap, most = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
parts = []
for path in sys.argv[5:]:
    photo = Image.open(path)
    photo.draft("RGB", (width, width))
    photo = ImageOps.exif_transpose(photo)
    parts.append(photo.resize((width, round(photo.height * width / photo.width)), Image.LANCZOS))
sheet = Image.new("RGB", (width, sum(part.height for part in parts) + gap * (len(parts) - 1)), "white")
top = 0
for part in parts:
    sheet.paste(part, (0, top))
    top += part.height + gap
low, high, best = 1, 95, None
while low <= high:
    quality = (low + high) // 2
    encoded = io.BytesIO()
    sheet.save(encoded, "JPEG", quality=quality, optimize=True)
    if encoded.tell() <= most:
        best, low = (quality, encoded.getvalue()), quality + 1
    else:
        high = quality - 1
if best is None:
    sys.exit("does not fit")
with open(out, "wb") as file:
    file.write(best[1])
print(f"{width}x{sheet.height} q{best[0]} {len(best[1])} B")
