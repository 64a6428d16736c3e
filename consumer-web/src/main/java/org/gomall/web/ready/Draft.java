package org.gomall.web.ready;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.gomall.platform.tracing.TraceId;
import org.gomall.web.session.Callers;
import org.gomall.web.session.Csrf;
import org.springframework.http.HttpHeaders;

/**
 * An answer that is being made and may be kept. As long as nobody offers it, it is sent on as it comes. Once offered it is
 * drawn for nobody: with random texts where the form token and the name of the user belong.
 */
final class Draft extends HttpServletResponseWrapper {

    static final String ATTRIBUTE = Draft.class.getName();

    private final HttpServletRequest request;
    private final Asked asked;
    private final int headers;
    private final Map<Blank, String> standIns = new EnumMap<>(Blank.class);
    private Runnable unmask = () -> {};
    private ByteArrayOutputStream body;
    private PrintWriter writer;
    private Object contents;
    private Supplier<?> now;
    private boolean isForAll;

    Draft(HttpServletRequest request, HttpServletResponse response, Asked asked) {
        super(response);
        this.request = request;
        this.asked = asked;
        this.headers = headers();
    }

    void offer(Object contents, Supplier<?> now) {
        if (body != null || isCommitted()) {
            return;
        }
        this.contents = contents;
        this.now = now;
        isForAll = true;
        body = new ByteArrayOutputStream(8 * 1024);
        if (!TraceId.current().isEmpty()) {
            standIns.put(Blank.TRACE_ID, TraceId.current());
        }
        if (asked.isPage()) {
            Runnable token = Csrf.replace(request, standIn(Blank.FORM_TOKEN));
            Runnable user = asked.roles() == null ? () -> {} : Callers.rename(request, standIn(Blank.USERNAME));
            unmask = () -> {
                token.run();
                user.run();
            };
        }
    }

    void takeBack() {
        isForAll = false;
    }

    /** To be called when nothing more will be drawn: the request is the visitor's own again. */
    void end() {
        unmask.run();
        if (writer != null) {
            writer.flush();
        }
    }

    /** Whether there is something to be sent that was not sent yet. */
    boolean isHeldBack() {
        return body != null && !isCommitted();
    }

    /** Whether others may have it. An answer that says more about itself than its type, such as a cookie, is its asker's own. */
    boolean isForAll() {
        return isForAll && getStatus() == SC_OK && headers() == headers;
    }

    Pieces pieces() {
        return Pieces.cut(body.toByteArray(), standIns);
    }

    Object contents() {
        return contents;
    }

    Supplier<?> now() {
        return now;
    }

    private String standIn(Blank blank) {
        String text = UUID.randomUUID().toString();
        standIns.put(blank, text);
        return text;
    }

    private int headers() {
        int count = 0;
        for (String name : getHeaderNames()) {
            count += name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    ? 0
                    : getHeaders(name).size();
        }
        return count;
    }

    private void empty() {
        if (body != null) {
            writer = null;
            body.reset();
        }
    }

    private void forget() {
        body = null;
        isForAll = false;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return body == null ? super.getOutputStream() : new Into(body);
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (body == null) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(body, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    /** The length is known at the end. */
    @Override
    public void setContentLength(int length) {
        if (body == null) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (body == null) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (body == null) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        empty();
    }

    @Override
    public void reset() {
        super.reset();
        empty();
    }

    @Override
    public void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        forget();
        super.sendRedirect(location);
    }

    /** Writes into memory. */
    private static final class Into extends ServletOutputStream {

        private final ByteArrayOutputStream body;

        private Into(ByteArrayOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int letter) {
            body.write(letter);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            body.write(from, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("memory is always ready");
        }
    }
}
