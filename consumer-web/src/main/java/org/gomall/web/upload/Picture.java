package org.gomall.web.upload;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/**
 * A picture as we made it anew from what somebody sent: decoded and encoded again, so that nothing of the sender's file is
 * left but what can be seen. Metadata, hidden files and scripts do not survive that.
 */
record Picture(byte[] bytes, int width, int height) {

    /** Largest file in bytes. */
    static final int MAX_BYTES = 5 * 1024 * 1024;

    /** Longest side of what is kept. */
    static final int LONGEST_SIDE = 1_600;

    private static final int MAX_SIDE = 6_000;
    private static final int MAX_PIXELS = 24_000_000;
    private static final float QUALITY = 0.88f;

    /**
     * Makes a picture from a file. Its size is read from the header, before anything is decoded, and a large picture is
     * decoded in a coarser grid: what it takes here has a limit whatever the file claims.
     *
     * @throws BusinessException UNSUPPORTED_MEDIA_TYPE for another format, TOO_LARGE, VALIDATION for a broken file
     */
    static Picture of(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new BusinessException(ErrorCode.TOO_LARGE, "A picture may have at most 5 MB");
        }
        PictureFormat format = PictureFormat.of(file);
        if (format == null) {
            throw new BusinessException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Pictures must be JPEG, PNG or GIF files");
        }
        try {
            if (!format.isWhole(file)) {
                throw broken();
            }
            BufferedImage decoded = decode(format, file);
            return encode(format, upright(decoded, format == PictureFormat.JPEG ? Orientation.of(file) : 1));
        } catch (BusinessException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders answer hostile files with exceptions of many kinds.
            throw broken();
        }
    }

    private static BufferedImage decode(PictureFormat format, byte[] file) throws IOException {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(format.readerName()).next();
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
                throw new BusinessException(
                        ErrorCode.TOO_LARGE,
                        "A picture may have at most 6000 by 6000 and 24 million pixels",
                        Map.of("width", width, "height", height));
            }
            boolean[] cutOff = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> cutOff[0] |= tellsOfAnEnd(warning));
            ImageReadParam coarse = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
            coarse.setSourceSubsampling(step, step, 0, 0);
            BufferedImage decoded = reader.read(0, coarse);
            if (cutOff[0]) {
                throw broken();
            }
            return decoded;
        } finally {
            reader.dispose();
        }
    }

    /** The decoders of JPEG and GIF only warn when a file stops in the middle of the picture. */
    private static boolean tellsOfAnEnd(String warning) {
        String lower = warning.toLowerCase(Locale.ROOT);
        return lower.contains("premature") || lower.contains("truncated") || lower.contains("end of");
    }

    private static BufferedImage upright(BufferedImage decoded, int orientation) {
        int width = decoded.getWidth();
        int height = decoded.getHeight();
        boolean sideways = Orientation.isSideways(orientation);
        int seenWidth = sideways ? height : width;
        int seenHeight = sideways ? width : height;
        // Never larger than it was.
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(width, height));
        int newWidth = Math.max(1, (int) Math.round(seenWidth * scale));
        int newHeight = Math.max(1, (int) Math.round(seenHeight * scale));
        boolean transparent = decoded.getColorModel().hasAlpha();
        BufferedImage upright = new BufferedImage(
                newWidth, newHeight, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        AffineTransform transform =
                AffineTransform.getScaleInstance((double) newWidth / seenWidth, (double) newHeight / seenHeight);
        transform.concatenate(Orientation.upright(orientation, width, height));
        Graphics2D canvas = upright.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(decoded, transform, null);
        canvas.dispose();
        return upright;
    }

    private static Picture encode(PictureFormat format, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean photograph = format == PictureFormat.JPEG;
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(photograph ? "jpeg" : "png").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (photograph) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(QUALITY);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return new Picture(bytes.toByteArray(), image.getWidth(), image.getHeight());
    }

    private static BusinessException broken() {
        return new BusinessException(
                ErrorCode.VALIDATION,
                ErrorCode.VALIDATION.defaultMessage(),
                Map.of("file", "must be one whole picture and nothing else"));
    }
}
