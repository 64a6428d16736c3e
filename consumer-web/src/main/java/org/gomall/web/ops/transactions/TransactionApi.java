package org.gomall.web.ops.transactions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.ops.StuckTransaction;
import org.gomall.api.ops.TransactionService;
import org.gomall.web.envelope.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Global transactions that hang. */
@RestController
@RequestMapping("/api/ops/transactions")
@Tag(name = "Operations")
class TransactionApi {

    private final TransactionService transactions;
    private final TransactionRepair repair;

    TransactionApi(TransactionService transactions, TransactionRepair repair) {
        this.transactions = transactions;
        this.repair = repair;
    }

    /** Whether something was put right; false when there was nothing to. */
    record Repaired(boolean changed) {}

    @GetMapping
    @Operation(summary = "What has been half-way for more than a minute, and why")
    Envelope<List<StuckTransaction>> stuck() {
        return Envelope.ok(transactions.stuck());
    }

    @PostMapping("/{orderId}/repair")
    @Operation(summary = "Put the pieces of a half-way order right, so that its transaction can end; safe to repeat")
    Envelope<Repaired> repair(@PathVariable long orderId, ActingUser ops) {
        return Envelope.ok(new Repaired(repair.repair(ops, orderId)));
    }
}
