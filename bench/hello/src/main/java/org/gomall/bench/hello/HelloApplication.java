package org.gomall.bench.hello;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring MVC with nothing in it: what a request costs before anybody has done anything for it. */
@SpringBootApplication
public class HelloApplication {

    /** Works until its input ends, so that it never outlives whoever started it. */
    public static void main(String[] args) throws IOException {
        SpringApplication.run(HelloApplication.class, args);
        while (System.in.read() >= 0) {
            // Nobody tells it anything but the end.
        }
        System.exit(0);
    }
}
