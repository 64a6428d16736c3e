package org.gomall.web.ops.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.ops.ReconciliationReport;
import org.gomall.api.ops.ReconciliationService;
import org.gomall.web.envelope.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the books of all services agree. */
@RestController
@RequestMapping("/api/ops/reconciliation")
@Tag(name = "Operations")
class ReconciliationApi {

    private final ReconciliationService reconciliation;

    ReconciliationApi(ReconciliationService reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GetMapping
    @Operation(summary = "The last report: every law, what breaks it and what to do")
    Envelope<ReconciliationReport> last() {
        return Envelope.ok(reconciliation.last());
    }

    @PostMapping("/run")
    @Operation(summary = "Look now; changes nothing but the report")
    Envelope<ReconciliationReport> run() {
        return Envelope.ok(reconciliation.run());
    }
}
