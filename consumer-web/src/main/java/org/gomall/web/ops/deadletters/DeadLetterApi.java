package org.gomall.web.ops.deadletters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.ops.DeadLetterView;
import org.gomall.api.ops.ReplayOutcome;
import org.gomall.web.envelope.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that could not be applied, of all applications. */
@RestController
@RequestMapping("/api/ops/dead-letters")
@Tag(name = "Operations")
class DeadLetterApi {

    private final DeadLetterOffice office;

    DeadLetterApi(DeadLetterOffice office) {
        this.office = office;
    }

    /** A page of letters, and the applications that did not answer. */
    record DeadLetterPage(List<DeadLetterView> items, int page, int size, long total, List<String> missing) {}

    @GetMapping
    @Operation(summary = "Dead letters, newest first; missing names applications that did not answer")
    Envelope<DeadLetterPage> list(
            @RequestParam(required = false) String application,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        DeadLetterOffice.Found found = office.list(application, page, size);
        return Envelope.ok(new DeadLetterPage(
                found.page().items(), page, size, found.page().total(), found.missing()));
    }

    @PostMapping("/{letterId}/replay")
    @Operation(summary = "Hand a letter to its handler once more; it is applied once, however often this is repeated")
    Envelope<ReplayOutcome> replay(@PathVariable String letterId, ActingUser ops) {
        return Envelope.ok(office.replay(ops, letterId));
    }
}
