package org.gomall.web.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gomall.api.user.AuditEntryView;

/**
 * An entry of the audit log as people read it: what it was done to can be followed, and only what changed is told.
 *
 * @param kind of what it was done to, for example {@code order}
 * @param id of what it was done to, or empty
 * @param link to it, or null when there is no page for it
 */
record Act(AuditEntryView entry, String kind, String id, String link, List<Detail> details) {

    /** Every action that the audit log can hold, by whom it concerns. */
    static final List<String> ACTIONS = List.of(
            "user.ban",
            "user.unban",
            "user.kick",
            "user.roles",
            "role.create",
            "role.change",
            "role.delete",
            "access-rules.change",
            "shop.apply",
            "shop.update",
            "shop.approve",
            "shop.reject",
            "product.create",
            "product.update",
            "product.submit",
            "product.approve",
            "product.reject",
            "product.unlist",
            "product.delete",
            "picture.upload",
            "category.create",
            "category.update",
            "category.delete",
            "stock.adjust",
            "order.ship",
            "order.cancel",
            "refund.approve",
            "refund.refuse",
            "ops.rules.change",
            "ops.failures.set",
            "ops.dead-letter.replay",
            "ops.transaction.repair");

    private static final Map<String, String> PAGES = Map.of(
            "user", "/admin/users/",
            "role", "/admin/roles/",
            "order", "/admin/orders/",
            "product", "/admin/products/",
            "category", "/admin/categories/",
            "refund", "/admin/refunds/");

    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String FAILURES = "ops.failures.set";
    private static final String OFF = "0";

    /** One thing that is told about an act. */
    record Detail(String name, String value) {

        /** The amount in fen if it is one, else null. */
        public Long cents() {
            return name.endsWith("Cents") && value.matches("\\d{1,15}") ? Long.valueOf(value) : null;
        }
    }

    static Act of(AuditEntryView entry) {
        String[] subject = entry.subject().split(":", 2);
        String id = subject.length == 2 ? subject[1] : "";
        boolean isGone = entry.action().endsWith(".delete");
        String page = PAGES.get(subject[0]);
        return new Act(
                entry, subject[0], id, page == null || isGone || id.isEmpty() ? null : page + id, details(entry));
    }

    private static List<Detail> details(AuditEntryView entry) {
        Map<String, String> told = entry.details() == null ? Map.of() : new TreeMap<>(entry.details());
        List<Detail> details = new ArrayList<>();
        boolean isChange = told.containsKey(BEFORE) && told.containsKey(AFTER);
        if (isChange) {
            Set<String> before = words(told.get(BEFORE));
            Set<String> after = words(told.get(AFTER));
            add(details, "added", difference(after, before));
            add(details, "removed", difference(before, after));
        }
        told.forEach((name, value) -> {
            boolean isTold = isChange && (name.equals(BEFORE) || name.equals(AFTER));
            boolean isOff = entry.action().equals(FAILURES) && OFF.equals(value);
            if (!isTold && !isOff) {
                add(details, name, value);
            }
        });
        if (details.isEmpty() && entry.action().equals(FAILURES)) {
            details.add(new Detail("off", ""));
        }
        return details;
    }

    private static void add(List<Detail> details, String name, String value) {
        if (value != null && !value.isBlank()) {
            details.add(new Detail(name, value));
        }
    }

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.strip().split("\\s+")));
    }

    private static String difference(Set<String> more, Set<String> less) {
        return String.join(
                " ", more.stream().filter(word -> !less.contains(word)).toList());
    }
}
