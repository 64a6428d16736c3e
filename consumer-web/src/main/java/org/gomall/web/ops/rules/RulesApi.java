package org.gomall.web.ops.rules;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.ActingUser;
import org.gomall.platform.sentinel.RuleKind;
import org.gomall.web.envelope.Envelope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sentinel's rules of all applications. A change is in force in every process within a second. */
@RestController
@RequestMapping("/api/ops")
@Tag(name = "Operations")
class RulesApi {

    private final RulesDesk desk;

    RulesApi(RulesDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/flow-rules")
    @Operation(summary = "Limits by requests a second or at once")
    Envelope<RuleSet> flow() {
        return get(RuleKind.FLOW);
    }

    @PutMapping(path = "/flow-rules", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace the limits, naming the version they were made from")
    Envelope<RuleSet> flow(@RequestBody RuleSet body, ActingUser ops) {
        return put(RuleKind.FLOW, body, ops);
    }

    @GetMapping("/degrade-rules")
    @Operation(summary = "Breakers by slow or failed calls")
    Envelope<RuleSet> degrade() {
        return get(RuleKind.DEGRADE);
    }

    @PutMapping(path = "/degrade-rules", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace the breakers, naming the version they were made from")
    Envelope<RuleSet> degrade(@RequestBody RuleSet body, ActingUser ops) {
        return put(RuleKind.DEGRADE, body, ops);
    }

    @GetMapping("/param-rules")
    @Operation(summary = "Limits for each product, user or address")
    Envelope<RuleSet> param() {
        return get(RuleKind.PARAM);
    }

    @PutMapping(path = "/param-rules", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace the limits by argument, naming the version they were made from")
    Envelope<RuleSet> param(@RequestBody RuleSet body, ActingUser ops) {
        return put(RuleKind.PARAM, body, ops);
    }

    @GetMapping("/system-rules")
    @Operation(summary = "What a whole process takes on")
    Envelope<RuleSet> system() {
        return get(RuleKind.SYSTEM);
    }

    @PutMapping(path = "/system-rules", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace what whole processes take on, naming the version it was made from")
    Envelope<RuleSet> system(@RequestBody RuleSet body, ActingUser ops) {
        return put(RuleKind.SYSTEM, body, ops);
    }

    private Envelope<RuleSet> get(RuleKind kind) {
        return Envelope.ok(RuleSet.of(desk.current(kind)));
    }

    private Envelope<RuleSet> put(RuleKind kind, RuleSet body, ActingUser ops) {
        return Envelope.ok(RuleSet.of(desk.replace(ops, kind, body)));
    }
}
