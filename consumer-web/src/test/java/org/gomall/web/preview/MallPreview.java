package org.gomall.web.preview;

import org.gomall.slice.WebSlice;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The pages with nothing behind them but memory, for looking at them while they are being changed: run this main class
 * with the environment variable SERVER_PORT. alice (shopper), nova (merchant), admin and ops log in with the demo password.
 */
public final class MallPreview {

    private MallPreview() {}

    /** Starts it. */
    public static void main(String[] args) {
        ConfigurableApplicationContext slice = new SpringApplicationBuilder(WebSlice.class)
                .properties("server.address=127.0.0.1")
                .run(args);
        new MemoryDesk(new MemoryMall().withBusyShop().behind(slice)).behind(slice);
        MemoryOps.behind(slice);
    }
}
