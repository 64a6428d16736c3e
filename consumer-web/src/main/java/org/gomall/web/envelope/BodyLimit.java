package org.gomall.web.envelope;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gomall.api.common.ErrorCode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * No body is larger than a form of ours can be, whether it announces its length or not. Only where merchants upload pictures
 * it may be as large as one, and nowhere else is a body of several parts taken.
 */
@Component
@Order(BodyLimit.ORDER)
class BodyLimit implements EachRequest {

    static final int ORDER = -90;
    static final long MAX_BYTES = 64 * 1024;

    /** A picture and the form around it; the servlet's own limit counts those that do not announce their length. */
    static final long MAX_UPLOAD_BYTES = 5632 * 1024;

    private static final Pattern UPLOADS =
            Pattern.compile("/api/merchant/uploads|/merchant/products(/(new|[0-9]{1,19}))?");

    private final FailureResponses responses;

    BodyLimit(FailureResponses responses) {
        this.responses = responses;
    }

    @Override
    public void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean inParts = isInParts(request);
        if (inParts && !UPLOADS.matcher(request.getRequestURI()).matches()) {
            responses.send(request, response, Failure.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
            return;
        }
        if (request.getContentLengthLong() > (inParts ? MAX_UPLOAD_BYTES : MAX_BYTES)) {
            responses.send(request, response, Failure.of(ErrorCode.TOO_LARGE));
            return;
        }
        boolean unannounced =
                !inParts && request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        chain.doFilter(unannounced ? new Limited(request) : request, response);
    }

    private static boolean isInParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream());
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long left = MAX_BYTES;

        private LimitedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = body.read(into, offset, length);
            count(Math.max(0, count));
            return count;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        private void count(int bytes) throws BodyTooLargeException {
            left -= bytes;
            if (left < 0) {
                throw new BodyTooLargeException();
            }
        }
    }
}
