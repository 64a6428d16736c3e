package org.gomall.platform.process;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** The exception of a log line, without secrets: messages of exceptions quote what was sent. */
public final class MaskedException extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return MaskedMessage.withoutSecrets(super.throwableProxyToString(thrown));
    }
}
