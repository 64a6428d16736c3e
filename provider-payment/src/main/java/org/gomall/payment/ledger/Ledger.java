package org.gomall.payment.ledger;

import java.time.Clock;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.common.PageLimits;
import org.gomall.api.payment.TopUpView;
import org.gomall.api.payment.WalletEntryView;
import org.gomall.api.payment.WalletEntryView.Kind;
import org.gomall.platform.id.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only place where money moves. Every move writes two entries that sum up to 0, and changes the wallet if there is one in
 * it, inside the caller's transaction; the unique key over (kind, reference) keeps a second posting of the same thing out.
 *
 * <p>The row of the wallet is changed first and stays locked until the commit, so the money operations of one user run
 * one after the other and cannot deadlock over the rows that follow.
 */
@Component
public class Ledger {

    private final LedgerMapper ledger;
    private final Ids ids;
    private final Clock clock;

    Ledger(LedgerMapper ledger, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** Sandbox → wallet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public TopUpView topUp(long userId, long topupId, long amountCents) {
        ledger.credit(userId, amountCents, clock.instant());
        post(Kind.TOP_UP, topupId, userId, amountCents, Account.SANDBOX_FUNDING);
        long balance = balance(userId);
        payOutOfClosed(userId);
        return new TopUpView(topupId, amountCents, balance);
    }

    /**
     * Wallet → sales. A free payment (0) moves nothing.
     *
     * @throws BusinessException INSUFFICIENT_BALANCE
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void capture(long userId, long paymentId, long amountCents) {
        if (amountCents == 0) {
            lockWallet(userId);
            return;
        }
        if (ledger.debit(userId, amountCents) == 0) {
            throw new BusinessException(ErrorCode.INSUFFICIENT_BALANCE);
        }
        post(Kind.PAYMENT, paymentId, userId, -amountCents, Account.SALES_CLEARING);
    }

    /** Sales → wallet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refund(long userId, long refundId, long amountCents) {
        if (amountCents == 0) {
            return;
        }
        ledger.credit(userId, amountCents, clock.instant());
        post(Kind.REFUND, refundId, userId, amountCents, Account.SALES_CLEARING);
        payOutOfClosed(userId);
    }

    /**
     * Wallet → sandbox, all of it, because the owner has left; whatever comes later goes the same way at once. Safe to
     * repeat.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(long userId) {
        lockWallet(userId);
        payOut(userId);
        ledger.close(userId, clock.instant());
    }

    /** Card channel → sales. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void captureFromCard(long paymentId, long amountCents) {
        post(Kind.PAYMENT, paymentId, Account.CARD_CLEARING, -amountCents);
    }

    /** Sales → card channel. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refundToCard(long refundId, long amountCents) {
        if (amountCents != 0) {
            post(Kind.REFUND, refundId, Account.CARD_CLEARING, amountCents);
        }
    }

    /** Makes the caller the only one who handles this user's money until its transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockWallet(long userId) {
        ledger.credit(userId, 0, clock.instant());
    }

    /** The balance, 0 for a wallet that was never used. */
    public long balance(long userId) {
        Long balance = ledger.balance(userId);
        return balance == null ? 0 : balance;
    }

    /** A top-up of this user as it was booked. */
    public TopUpView topUp(long userId, long topupId) {
        return ledger.topUp(userId, topupId);
    }

    /** The entries of a wallet, newest first. */
    public Page<WalletEntryView> entries(long userId, int page, int size) {
        long total = ledger.countEntries(userId, PageLimits.mostCounted(page, size));
        return new Page<>(ledger.entries(userId, size, (page - 1) * size), page, size, total);
    }

    private void payOutOfClosed(long userId) {
        if (ledger.isClosed(userId)) {
            payOut(userId);
        }
    }

    private void payOut(long userId) {
        long amount = balance(userId);
        if (amount > 0) {
            ledger.debit(userId, amount);
            post(Kind.PAYOUT, ids.next(), userId, -amount, Account.SANDBOX_FUNDING);
        }
    }

    private void post(Kind kind, long referenceId, long userId, long walletAmount, Account other) {
        ledger.insert(
                List.of(
                        new LedgerEntry(ids.next(), kind, referenceId, Account.WALLET, userId, walletAmount),
                        new LedgerEntry(ids.next(), kind, referenceId, other, 0, -walletAmount)),
                clock.instant());
    }

    private void post(Kind kind, long referenceId, Account account, long amountCents) {
        ledger.insert(
                List.of(
                        new LedgerEntry(ids.next(), kind, referenceId, account, 0, amountCents),
                        new LedgerEntry(ids.next(), kind, referenceId, Account.SALES_CLEARING, 0, -amountCents)),
                clock.instant());
    }
}
