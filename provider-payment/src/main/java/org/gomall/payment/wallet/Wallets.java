package org.gomall.payment.wallet;

import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.common.Replayable;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.api.payment.TopUpView;
import org.gomall.api.payment.WalletEntryView;
import org.gomall.api.payment.WalletService;
import org.gomall.api.payment.WalletView;
import org.gomall.payment.idempotency.Idempotency;
import org.gomall.payment.idempotency.IdempotentRequest;
import org.gomall.payment.ledger.Ledger;

/** The Dubbo face of wallets. */
@DubboService
class Wallets implements WalletService {

    private final Ledger ledger;
    private final TopUps topUps;
    private final Idempotency idempotency;

    Wallets(Ledger ledger, TopUps topUps, Idempotency idempotency) {
        this.ledger = ledger;
        this.topUps = topUps;
        this.idempotency = idempotency;
    }

    @Override
    public WalletView wallet(long userId) {
        return new WalletView(ledger.balance(userId));
    }

    @Override
    public Page<WalletEntryView> entries(long userId, int page, int size) {
        Check.fields().paging(page, size).orRefuse();
        return ledger.entries(userId, page, size);
    }

    @Override
    public Replayable<TopUpView> topUp(TopUpCommand command) {
        IdempotentRequest request = IdempotentRequest.of(
                command.userId(), IdempotentRequest.Kind.TOP_UP, command.idempotencyKey(), command.amountCents());
        return idempotency.once(
                request,
                topupId -> ledger.topUp(command.userId(), topupId),
                () -> topUps.book(request, command.amountCents()));
    }
}
