package org.gomall.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.product.CategoryView;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.media.SkuPictures;
import org.gomall.web.ready.Ready;
import org.gomall.web.session.Callers;
import org.gomall.web.session.Csrf;
import org.gomall.web.session.CurrentUser;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What templates call {@code #mall}: the formats of this visitor and the contents of the page's frame. */
public final class MallPage {

    private static final List<String> DESKS = List.of("admin", "ops", "merchant");

    /** Icons that the sprite has; other categories get a parcel. */
    private static final List<String> ICONS = List.of(
            "home",
            "kitchen",
            "digital",
            "phones",
            "computers",
            "clothing",
            "shoes",
            "bags",
            "beauty",
            "food",
            "sports",
            "outdoor",
            "books",
            "toys",
            "baby",
            "pets");

    private final Parts parts;
    private final HttpServletRequest request;
    private final Formats formats;

    MallPage(Parts parts, HttpServletRequest request, Locale locale) {
        this.parts = parts;
        this.request = request;
        this.formats = new Formats(locale, this::zone);
    }

    /** How amounts, times and names are written. */
    public Formats getFormat() {
        return formats;
    }

    /** An amount in fen. */
    public String money(long cents) {
        return formats.money(cents);
    }

    /** A moment in the visitor's zone. */
    public String time(Instant at) {
        return formats.time(at);
    }

    /** A moment in the visitor's zone with seconds and the zone, to be compared with a log. */
    public String moment(Instant at) {
        return formats.moment(at);
    }

    /** The name in the visitor's language. */
    public String name(String english, String chinese) {
        return formats.name(english, chinese);
    }

    /** The picture of a product as the SKU with these specs looks. */
    public String picture(String image, Map<String, String> specs) {
        return SkuPictures.of(image, specs);
    }

    /** Who is logged in, or null. */
    public CurrentUser getUser() {
        return parts.callers.current(request).orElse(null);
    }

    /** The top of the category tree; empty while it cannot be had, the page works without. */
    public List<CategoryView> getCategories() {
        try {
            return parts.catalogue.categories();
        } catch (BusinessException e) {
            return List.of();
        }
    }

    /** The icon of a category. */
    public String icon(String slug) {
        return ICONS.contains(slug) ? slug : "parcel";
    }

    /** Pieces in the cart as far as this browser knows. */
    public int getCartCount() {
        return CartCount.in(request);
    }

    /** The token that every form carries. */
    public String getCsrf() {
        return request.getAttribute(Csrf.ATTRIBUTE) instanceof String token ? token : "";
    }

    /** The message that the last form left, or null. */
    public Flash getFlash() {
        return request.getAttribute(Flash.ATTRIBUTE) instanceof Flash flash ? flash : null;
    }

    /** The sentence of a flash message, empty for a key that the bundles do not know. */
    public String text(Flash flash) {
        return parts.messages.getMessage("flash." + flash.key(), flash.args().toArray(), "", formats.locale());
    }

    /** The sentence for a refusal. */
    public String text(Problem problem) {
        return parts.messages.getMessage("error." + problem.code(), arguments(problem), sorry(), formats.locale());
    }

    /** The sentence for an error code without details. */
    public String errorText(Integer code) {
        return parts.messages.getMessage("error." + code, new Object[] {0, ""}, sorry(), formats.locale());
    }

    /** What is wrong with a field. */
    public String invalid(Problem problem, String field) {
        String kind = problem.code() / 100 == 409 ? "taken." : "invalid.";
        return parts.messages.getMessage(kind + field, null, message("invalid.other"), formats.locale());
    }

    /** A message by a key that is put together in a template, or the key's last part when there is none. */
    public String term(String group, Object name) {
        return parts.messages.getMessage(group + "." + name, null, String.valueOf(name), formats.locale());
    }

    /** Tag of the page's language. */
    public String getLanguage() {
        return formats.locale().toLanguageTag();
    }

    /** Path and query of this page, to come back to. */
    public String getHere() {
        if (!request.getMethod().equals("GET") || request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** Whether asking for this page again does no more than show it again. */
    public boolean isRepeatable() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return "GET".equals(failed == null ? request.getMethod() : failed);
    }

    /** Whether this page, or the one that an error page stands for, lies at or below a path. */
    public boolean at(String path) {
        String here = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        return here.equals(path) || here.startsWith(path + "/");
    }

    /**
     * The desk of the back office that this page belongs to: admin, ops or merchant. Null in the shop, for those who only
     * apply for a shop of their own, and where the page says that it failed to somebody who may have no part in the desk.
     */
    public String desk(boolean failed) {
        CurrentUser user = getUser();
        for (String desk : DESKS) {
            if (user != null && at("/" + desk)) {
                boolean owns = user.hasRole(desk.toUpperCase(Locale.ROOT));
                return owns || !failed && !desk.equals("merchant") ? desk : null;
            }
        }
        return null;
    }

    /** Whether this page is for those who run the mall or a shop, who do not come to look around. */
    public boolean isBackOffice() {
        return DESKS.stream().anyMatch(desk -> at("/" + desk));
    }

    /** Others may live in another zone: what shows a time is no page for all. */
    private ZoneId zone() {
        Ready.takeBack(request);
        return parts.zones.of(request);
    }

    private Object[] arguments(Problem problem) {
        Map<String, Object> details = problem.details();
        Object total = details.get("totalCents");
        Object number = problem.detail("available", problem.detail("retryAfterSeconds", 0));
        return new Object[] {number, total instanceof Number cents ? formats.money(cents.longValue()) : ""};
    }

    private String sorry() {
        return message("error.other");
    }

    private String message(String key) {
        return parts.messages.getMessage(key, null, formats.locale());
    }

    /** What every page's frame is made of. */
    @Component
    static class Parts {

        private final CatalogueReader catalogue;
        private final Callers callers;
        private final MessageSource messages;
        private final VisitorZone zones;

        Parts(CatalogueReader catalogue, Callers callers, MessageSource messages, VisitorZone zones) {
            this.catalogue = catalogue;
            this.callers = callers;
            this.messages = messages;
            this.zones = zones;
        }
    }
}
