package org.gomall.web.upload;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held. Phones store pictures as the sensor saw them and note in the metadata how to turn them; as we
 * drop the metadata, we turn the picture.
 */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int TAG = 0x0112;
    private static final long EXIF = 0x457869660000L;

    private Orientation() {}

    /** The Exif orientation of a JPEG file, 1 to 8; 1 when it does not say. */
    static int of(byte[] jpeg) {
        try {
            ByteBuffer segments = ByteBuffer.wrap(jpeg).position(2);
            while ((segments.get() & 0xff) == 0xff) {
                int marker = segments.get() & 0xff;
                int length = segments.getShort() & 0xffff;
                if (marker == START_OF_SCAN || length < 2) {
                    return UPRIGHT;
                }
                ByteBuffer segment = segments.slice(segments.position(), length - 2);
                if (marker == APP1 && isExif(segment)) {
                    return read(segment.slice());
                }
                segments.position(segments.position() + length - 2);
            }
            return UPRIGHT;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    /** Whether width and height change places. */
    static boolean isSideways(int orientation) {
        return orientation >= 5;
    }

    /** What turns a picture of this size upright. */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static boolean isExif(ByteBuffer segment) {
        return segment.remaining() > 14 && (((long) segment.getInt() << 16) | (segment.getShort() & 0xffff)) == EXIF;
    }

    private static int read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
