package org.gomall.web.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.api.payment.TopUpView;
import org.gomall.api.payment.WalletEntryView;
import org.gomall.api.payment.WalletService;
import org.gomall.api.payment.WalletView;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.envelope.IdempotencyKey;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The wallet of the user. */
@RestController
@RequestMapping("/api/wallet")
@Tag(name = "Wallet")
class WalletApi {

    private final WalletService wallets;

    WalletApi(WalletService wallets) {
        this.wallets = wallets;
    }

    @GetMapping
    @Operation(summary = "My balance")
    Envelope<WalletView> wallet(CurrentUser user) {
        return Envelope.ok(wallets.wallet(user.userId()));
    }

    @GetMapping("/entries")
    @Operation(summary = "What came in and went out, newest first")
    Envelope<Page<WalletEntryView>> entries(
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "20") int size, CurrentUser user) {
        Check.fields().paging(page, size).orRefuse();
        return Envelope.ok(wallets.entries(user.userId(), page, size));
    }

    @PostMapping(path = "/topups", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Put money into my wallet")
    ResponseEntity<Envelope<TopUpView>> topUp(
            @RequestHeader(IdempotencyKey.HEADER) String key, @RequestBody TopUp body, CurrentUser user) {
        return Envelope.created(wallets.topUp(new TopUpCommand(user.userId(), key, body.amountCents())));
    }

    record TopUp(Long amountCents) {}
}
