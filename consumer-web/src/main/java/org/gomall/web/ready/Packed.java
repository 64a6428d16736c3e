package org.gomall.web.ready;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The pieces of an answer, each compressed once. What stands in the blanks goes between them as it is, which deflate (RFC
 * 1951) allows at the end of any block, so that a page that everybody has in common is not compressed for everybody.
 */
final class Packed {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {1, 0, 0, (byte) 0xff, (byte) 0xff};
    private static final int BLOCK_HEADER = 5;
    private static final int TRAILER = 8;

    private final Pieces plain;
    private final List<byte[]> texts = new ArrayList<>();
    private final int size;

    Packed(Pieces plain) {
        this.plain = plain;
        plain.texts().forEach(text -> texts.add(deflated(text)));
        this.size = texts.stream().mapToInt(text -> text.length).sum();
    }

    /** What all pieces take without what is filled in. */
    int size() {
        return size;
    }

    /** The whole answer in the format of gzip (RFC 1952). */
    byte[] filled(Filling filling) {
        List<Blank> blanks = plain.blanks();
        int whole = HEADER.length
                + size
                + BLOCK_HEADER * blanks.size()
                + filling.size(blanks)
                + LAST_BLOCK.length
                + TRAILER;
        ByteBuffer out = ByteBuffer.allocate(whole).order(ByteOrder.LITTLE_ENDIAN);
        CRC32 check = new CRC32();
        out.put(HEADER);
        for (int i = 0; i < texts.size(); i++) {
            out.put(texts.get(i));
            check.update(plain.texts().get(i));
            if (i < blanks.size()) {
                byte[] own = filling.of(blanks.get(i));
                out.put((byte) 0).putShort((short) own.length).putShort((short) ~own.length);
                out.put(own);
                check.update(own);
            }
        }
        out.put(LAST_BLOCK).putInt((int) check.getValue()).putInt(plain.size() + filling.size(blanks));
        return out.array();
    }

    /** Whole blocks that refer to nothing before them. */
    private static byte[] deflated(byte[] text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            int count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            while (count > 0) {
                out.write(buffer, 0, count);
                // A buffer that was not filled was the last: asked again, it would only be told of another empty block.
                count = count < buffer.length ? 0 : deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
