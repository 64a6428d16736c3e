package org.gomall.order.place;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.order.orders.OrderMeters;
import org.gomall.order.purchase.PurchaseReader;
import org.gomall.order.settings.OrderSettings;
import org.gomall.platform.tracing.OpenSpan;
import org.gomall.platform.tracing.Spans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Places the purchases of several shoppers with one look at their keys, one call for all SKUs, one for all addresses and one global
 * transaction.
 *
 * <p>It is only ever a short cut. Who is refused before the transaction gets an answer of his own and is left out. When the
 * transaction fails, it is undone as a whole, and everybody goes alone; if a SKU ran out, only those who want it, and the others
 * try once more together, with new numbers: a Cancel that comes late must not meet rows of a second attempt.
 */
@Component
class SharedPlacing {

    private static final Logger log = LoggerFactory.getLogger(SharedPlacing.class);

    private static final int MOST_ATTEMPTS = 3;

    /** What one call for SKUs or for pieces takes. */
    private static final int MOST_LINES = 200;

    /** Their numbers travel to the coordinator and back; its database has 2,000 characters for them. */
    private static final int MOST_ORDERS = 64;

    private final PlaceMapper sets;
    private final PurchaseReader purchases;
    private final OrderPlanner planner;
    private final PlacingRun run;
    private final LoneSkus lone;
    private final OrderSettings settings;

    SharedPlacing(
            PlaceMapper sets,
            PurchaseReader purchases,
            OrderPlanner planner,
            PlacingRun run,
            LoneSkus lone,
            OrderSettings settings) {
        this.sets = sets;
        this.purchases = purchases;
        this.planner = planner;
        this.run = run;
        this.lone = lone;
        this.settings = settings;
    }

    /** Somebody whose key is new, and what he wants. */
    private record Buyer(Member member, List<PurchaseLine> lines) {

        PlaceOrderCommand command() {
            return member.wish().command();
        }
    }

    /** A purchase that can be placed as far as anybody knows. */
    private record Candidate(Member member, Supplier<OrderPlan> planning, OrderPlan plan) {

        /** With new numbers. */
        Candidate again() {
            return new Candidate(member, planning, planning.get());
        }

        boolean wants(long skuId) {
            return plan.items().stream().anyMatch(item -> item.skuId() == skuId);
        }
    }

    /** Answers all of them. */
    void place(List<Member> group) {
        // Who wants what another one of this group is about comes after it.
        List<Member> behind = new ArrayList<>();
        try (OpenSpan span = Spans.child(SpanKind.INTERNAL, "place together").tag("purchases", group.size())) {
            placeTogether(candidates(group, behind));
        } catch (RuntimeException common) {
            // What was to be read for all cannot be read, and nothing has been written for those who have no answer
            // yet.
            group.forEach(member -> member.answer(new Share.Refused(common)));
        } finally {
            behind.forEach(member -> member.answer(Share.ALONE));
        }
    }

    private List<Candidate> candidates(List<Member> group, List<Member> behind) {
        List<UsedKey> used =
                sets.used(group.stream().map(member -> member.wish().command()).toList());
        Instant databaseNow = used.get(0).databaseNow();
        List<Buyer> buyers = buyers(group, used, behind);
        if (buyers.isEmpty()) {
            return List.of();
        }
        Map<Long, SkuSnapshot> snapshots = purchases.snapshots(
                buyers.stream().flatMap(buyer -> buyer.lines().stream()).toList());
        Addresses addresses =
                planner.addresses(buyers.stream().map(Buyer::command).toList());
        List<Candidate> candidates = new ArrayList<>();
        int orders = 0;
        for (Buyer buyer : buyers) {
            Supplier<OrderPlan> planning = () -> planner.plan(
                    buyer.member().wish(), databaseNow, buyer.lines(), snapshots, () -> addresses.of(buyer.command()));
            try {
                OrderPlan plan = planning.get();
                orders += plan.orders().size();
                if (orders <= MOST_ORDERS) {
                    candidates.add(new Candidate(buyer.member(), planning, plan));
                } else {
                    buyer.member().answer(Share.ALONE);
                }
            } catch (RuntimeException refusal) {
                buyer.member().answer(new Share.Refused(refusal));
            }
        }
        return candidates;
    }

    private List<Buyer> buyers(List<Member> group, List<UsedKey> used, List<Member> behind) {
        List<Buyer> buyers = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Set<Long> cartOwners = new HashSet<>();
        int lines = 0;
        for (Member member : group) {
            PlaceOrderCommand command = member.wish().command();
            if (used.stream().anyMatch(key -> key.isOf(member.wish()))) {
                member.answer(Share.ALONE);
            } else if (!keys.add(command.userId() + ":" + command.idempotencyKey())
                    || command.cart() && !cartOwners.add(command.userId())) {
                behind.add(member);
            } else {
                List<PurchaseLine> wanted = purchases.lines(command.userId(), command.items(), command.cart());
                lines += wanted.size();
                if (lines > MOST_LINES || lone.anyOf(wanted)) {
                    member.answer(Share.ALONE);
                } else {
                    buyers.add(new Buyer(member, wanted));
                }
            }
        }
        return buyers;
    }

    private void placeTogether(List<Candidate> candidates) {
        List<Candidate> left = candidates;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS && !left.isEmpty(); attempt++) {
            try {
                Ending ending = run.run(left.stream().map(Candidate::plan).toList());
                if (left.size() > 1) {
                    OrderMeters.together(left.size());
                }
                left.forEach(placed -> placed.member().answer(new Share.Placed(placed.plan(), ending)));
                return;
            } catch (RuntimeException failure) {
                log.debug("{} purchases were not placed together: {}", left.size(), failure.toString());
                if (!settings.transactionsOn()) {
                    // The control run: nothing was undone, so nobody can begin anew.
                    throw failure;
                }
                left = withoutWhoCannot(left, failure);
            }
        }
        left.forEach(buyer -> buyer.member().answer(Share.ALONE));
    }

    /** Sends those alone whom the failure is about, or all. */
    private List<Candidate> withoutWhoCannot(List<Candidate> candidates, RuntimeException failure) {
        Long ranOut = ranOut(failure);
        if (candidates.size() == 1 && !(failure instanceof KeyTaken)) {
            candidates.get(0).member().answer(new Share.Refused(failure));
        }
        List<Candidate> left = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (ranOut == null || candidate.wants(ranOut)) {
                candidate.member().answer(Share.ALONE);
            } else {
                left.add(candidate.again());
            }
        }
        if (ranOut != null) {
            lone.remember(List.of(ranOut));
        }
        return left;
    }

    private static Long ranOut(RuntimeException failure) {
        return failure instanceof BusinessException refusal
                        && refusal.error() == ErrorCode.OUT_OF_STOCK
                        && refusal.details().get("skuId") != null
                ? Long.valueOf(refusal.details().get("skuId").toString())
                : null;
    }
}
