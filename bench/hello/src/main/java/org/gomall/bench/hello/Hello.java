package org.gomall.bench.hello;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Hello {

    @GetMapping("/hello")
    String hello() {
        return "hello";
    }
}
