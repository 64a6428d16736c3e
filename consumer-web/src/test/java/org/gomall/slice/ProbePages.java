package org.gomall.slice;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseBody;

/** The smallest pages: one for users, one for merchants, one that nobody thought of when permissions were written. */
@Controller
class ProbePages {

    @GetMapping(path = "/account/probe", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String account(@RequestAttribute("org.gomall.web.csrf") String csrf) {
        return csrf;
    }

    @PostMapping(path = "/account/probe", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String change() {
        return "changed";
    }

    @GetMapping(path = "/cart/probe", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String guest(@RequestAttribute("org.gomall.web.csrf") String csrf) {
        return csrf;
    }

    @PostMapping(path = "/cart/probe", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String guestChange() {
        return "changed";
    }

    @GetMapping(path = "/merchant/probe", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String merchant() {
        return "merchant";
    }

    @GetMapping(path = "/forgotten", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String forgotten() {
        return "nobody may see this";
    }
}
