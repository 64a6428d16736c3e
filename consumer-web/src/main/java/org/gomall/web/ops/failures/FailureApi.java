package org.gomall.web.ops.failures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.ops.failures.FailureDesk.Switch;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Failures on purpose, in demonstrations only. */
@RestController
@RequestMapping("/api/ops/failures")
@Tag(name = "Operations")
class FailureApi {

    private final FailureDesk desk;

    FailureApi(FailureDesk desk) {
        this.desk = desk;
    }

    /** Failures by name and how much of each; what is not named stays as it is. */
    record FailuresBody(Map<String, Long> failures) {}

    @GetMapping
    @Operation(summary = "What can be made to fail, and how much of it does now")
    Envelope<List<Switch>> get() {
        return Envelope.ok(desk.switches());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Set failures by name; 0 switches one off. Holds within a second")
    Envelope<List<Switch>> put(@RequestBody FailuresBody body, ActingUser ops) {
        return Envelope.ok(desk.set(ops, body.failures()));
    }
}
