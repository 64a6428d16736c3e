package org.gomall.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.Page;
import org.gomall.api.payment.PaymentRecordQuery;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.payment.PaymentRecordView;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.web.envelope.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments of everybody. */
@RestController
@Tag(name = "Admin")
class AdminPaymentApi {

    private final PaymentRecordService records;

    AdminPaymentApi(PaymentRecordService records) {
        this.records = records;
    }

    @GetMapping("/api/admin/payments")
    @Operation(summary = "All payments, newest first, by status and user")
    Envelope<Page<PaymentRecordView>> list(
            @RequestParam(required = false) PaymentStatus status,
            @RequestParam(required = false) Long userId,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        PaymentRecordQuery query = new PaymentRecordQuery(status, userId, page, size);
        query.check();
        return Envelope.ok(records.all(query));
    }
}
