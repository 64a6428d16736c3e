package org.gomall.web.upload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The formats that are taken, told by their content and by nothing else. */
enum PictureFormat {
    JPEG("jpeg", "ffd8ff") {
        @Override
        boolean isWhole(byte[] file) {
            // What phones append after the end is dropped with everything else that is not the picture.
            return true;
        }
    },

    PNG("png", "89504e470d0a1a0a") {
        @Override
        boolean isWhole(byte[] file) {
            ByteBuffer chunks = ByteBuffer.wrap(file).position(SIGNATURE);
            while (chunks.remaining() >= CHUNK_FRAME) {
                int length = chunks.getInt();
                int type = chunks.getInt();
                if (length < 0 || length > chunks.remaining() - Integer.BYTES) {
                    return false;
                }
                chunks.position(chunks.position() + length + Integer.BYTES);
                if (type == IEND) {
                    return !chunks.hasRemaining();
                }
            }
            return false;
        }
    },

    GIF("gif", "47494638") {
        @Override
        boolean isWhole(byte[] file) {
            ByteBuffer blocks = ByteBuffer.wrap(file);
            blocks.position(GIF_HEADER + colours(file[GIF_HEADER - 3]));
            while (blocks.hasRemaining()) {
                switch (blocks.get() & 0xff) {
                    case TRAILER -> {
                        return !blocks.hasRemaining();
                    }
                    case EXTENSION -> blocks.get();
                    case IMAGE -> {
                        blocks.position(blocks.position() + IMAGE_DESCRIPTOR - 1);
                        byte flags = blocks.get();
                        blocks.position(blocks.position() + colours(flags) + 1);
                    }
                    default -> {
                        return false;
                    }
                }
                skipData(blocks);
            }
            return false;
        }
    };

    private static final int SIGNATURE = 8;
    private static final int CHUNK_FRAME = 12;
    private static final int IEND =
            ByteBuffer.wrap("IEND".getBytes(StandardCharsets.US_ASCII)).getInt();
    private static final int GIF_HEADER = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int IMAGE_DESCRIPTOR = 9;
    private static final int TRAILER = 0x3b;

    private final String readerName;
    private final byte[] magic;

    PictureFormat(String readerName, String magic) {
        this.readerName = readerName;
        this.magic = HexFormat.of().parseHex(magic);
    }

    /** The format of a file, or null when it is none of ours. */
    static PictureFormat of(byte[] file) {
        return Arrays.stream(values())
                .filter(format -> file.length > format.magic.length
                        && Arrays.equals(file, 0, format.magic.length, format.magic, 0, format.magic.length))
                .findFirst()
                .orElse(null);
    }

    /** What ImageIO calls it. */
    String readerName() {
        return readerName;
    }

    /**
     * Whether the file ends where the picture does: neither cut off nor with something else hidden behind it.
     *
     * @throws RuntimeException when it ends in the middle of a block
     */
    abstract boolean isWhole(byte[] file);

    /** Bytes of the colour table that these flags announce. */
    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static void skipData(ByteBuffer blocks) {
        int length;
        do {
            length = blocks.get() & 0xff;
            blocks.position(blocks.position() + length);
        } while (length > 0);
    }
}
