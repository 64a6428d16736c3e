package org.gomall.web.upload;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Draws pictures, good and bad ones. */
public final class TestPictures {

    private TestPictures() {}

    /** A picture whose left half is red and whose right half is blue. */
    public static byte[] drawn(String format, int width, int height) {
        return written(image(width, height, BufferedImage.TYPE_INT_RGB), format);
    }

    static byte[] transparentPng(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] with(byte[] file, String appended) {
        byte[] text = appended.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(file.length + text.length)
                .put(file)
                .put(text)
                .array();
    }

    static byte[] cut(byte[] file, int length) {
        return java.util.Arrays.copyOf(file, length);
    }

    /** A tiny PNG file whose header says that it is huge. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] png = drawn("png", 2, 2);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    /** A JPEG file whose Exif data tells how the camera was held, and where it was. */
    static byte[] jpegWithExif(byte[] jpeg, int orientation, String secret) {
        byte[] text = secret.getBytes(StandardCharsets.US_ASCII);
        int length = 2 + 6 + 8 + 2 + 12 + 4 + text.length;
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 2 + length);
        file.put(jpeg, 0, 2);
        file.putShort((short) 0xffe1).putShort((short) length);
        file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        file.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        file.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        file.putShort((short) orientation).putShort((short) 0).putInt(0);
        file.put(text);
        file.put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }

    private static BufferedImage image(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
