package org.gomall.web.ops.services;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.web.envelope.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What runs, for scripts of ops. */
@RestController
@RequestMapping("/api/ops/services")
@Tag(name = "Ops")
class ServicesApi {

    private final LiveServices services;

    ServicesApi(LiveServices services) {
        this.services = services;
    }

    @GetMapping
    @Operation(
            summary =
                    "Applications and instances as Nacos knows them, with rate, p95, error share and what looks wrong")
    Envelope<List<ServiceFigures>> list() {
        return Envelope.ok(services.now());
    }
}
