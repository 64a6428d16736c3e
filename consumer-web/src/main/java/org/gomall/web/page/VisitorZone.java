package org.gomall.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.gomall.web.session.WebCookies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The time zone of a visitor, by a cookie that a script of ours sets; where there is none, the mall's own. */
@Component
public class VisitorZone {

    private static final String COOKIE = "gomall-zone";
    private static final int LONGEST = 60;

    private final ZoneId ofMall;

    VisitorZone(@Value("${gomall.zone:Asia/Shanghai}") String ofMall) {
        this.ofMall = ZoneId.of(ofMall);
    }

    /** The zone. */
    public ZoneId of(HttpServletRequest request) {
        String wanted = WebCookies.read(request, COOKIE);
        if (wanted == null || wanted.length() > LONGEST) {
            return ofMall;
        }
        try {
            return ZoneId.of(wanted.replace("%2F", "/"));
        } catch (DateTimeException e) {
            return ofMall;
        }
    }

    /** The zone of the mall itself. */
    public ZoneId ofMall() {
        return ofMall;
    }
}
