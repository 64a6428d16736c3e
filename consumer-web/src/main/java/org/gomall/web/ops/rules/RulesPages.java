package org.gomall.web.ops.rules;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.sentinel.RuleKind;
import org.gomall.web.ops.rules.LiveFigures.Load;
import org.gomall.web.ops.services.ResourceFigures.Refused;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rules of every application with the live figures of what they are about, and forms to change them. */
@Controller
class RulesPages {

    private static final String RULES = "/ops/rules/";
    private static final String LIST = "ops/rules";
    private static final String FORM = "ops/rule";

    private final RulesDesk desk;
    private final RuleWords words;
    private final LiveFigures figures;

    RulesPages(RulesDesk desk, RuleWords words, LiveFigures figures) {
        this.desk = desk;
        this.words = words;
        this.figures = figures;
    }

    /**
     * A line of the list.
     *
     * @param says what the rule does
     * @param load of its resource now, or null
     * @param refused by rules of this kind in the last ten minutes; null when nobody tells
     */
    record Line(String key, String application, String resource, String says, Load load, Refused refused) {}

    @GetMapping("/ops/rules")
    String start() {
        return Redirects.to(RULES + RuleKind.FLOW.text());
    }

    @GetMapping("/ops/rules/{kind}")
    String list(@PathVariable String kind, Model model, Locale locale) {
        return list(named(kind), model, locale);
    }

    /** The form; its live part asks here as well, for what is typed by now and with the key of a rule that is being changed. */
    @GetMapping("/ops/rules/{kind}/new")
    String add(
            @PathVariable String kind,
            @RequestParam(defaultValue = "consumer-web") String application,
            @RequestParam(defaultValue = "") String resource,
            @RequestParam(name = "key", defaultValue = "") String changed,
            Model model,
            Locale locale) {
        RuleKind of = named(kind);
        RuleForm form = RuleForm.empty(of, desk.current(of).version(), application, resource);
        return form(of, form, changed, model, locale);
    }

    @GetMapping("/ops/rules/{kind}/{key}")
    String edit(@PathVariable String kind, @PathVariable String key, Model model, Locale locale) {
        RuleKind of = named(kind);
        Rules rules = desk.current(of);
        OwnedRule owned = owned(rules, key);
        model.addAttribute("says", words.say(of, owned.rule(), locale));
        return form(of, RuleForm.of(of, rules.version(), owned), key, model, locale);
    }

    /** Puts a rule in force; with {@code look} it only shows the figures of what was typed, for browsers without scripts. */
    @PostMapping("/ops/rules/{kind}")
    String save(
            ActingUser ops,
            @PathVariable String kind,
            @RequestParam Map<String, String> sent,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        RuleKind of = named(kind);
        RuleForm form = RuleForm.typed(of, sent);
        if (sent.containsKey("look")) {
            return form(of, form, form.key(), model, locale);
        }
        try {
            save(ops, of, form);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            if (e.error() == ErrorCode.CONFLICT) {
                lines(of, model, locale);
            }
            return form(of, newest(of, form), form.key(), model, locale);
        }
        Flash.say(request, response, "ops.rules.saved");
        return Redirects.to(RULES + of.text());
    }

    @GetMapping("/ops/rules/{kind}/{key}/delete")
    String ask(@PathVariable String kind, @PathVariable String key, Model model, Locale locale) {
        RuleKind of = named(kind);
        Rules rules = desk.current(of);
        model.addAttribute("kind", of.text());
        model.addAttribute("version", rules.version());
        model.addAttribute("line", line(of, owned(rules, key), locale));
        return "ops/rule-delete";
    }

    @PostMapping("/ops/rules/{kind}/{key}/delete")
    String delete(
            ActingUser ops,
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam long version,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        RuleKind of = named(kind);
        try {
            List<OwnedRule> rest = new ArrayList<>(desk.current(of).all());
            rest.remove(owned(desk.current(of), key));
            desk.replace(ops, of, version, rest);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return list(of, model, locale);
        }
        Flash.say(request, response, "ops.rules.deleted");
        return Redirects.to(RULES + of.text());
    }

    private void save(ActingUser ops, RuleKind kind, RuleForm form) {
        if (!Rules.isApplication(form.application())) {
            throw Problem.invalid(RuleSet.APPLICATION);
        }
        List<OwnedRule> rules = new ArrayList<>(desk.current(kind).all());
        int place = rules.size();
        if (form.isNew()) {
            rules.add(form.rule(kind, JsonNodeFactory.instance.objectNode()));
        } else {
            OwnedRule before = desk.current(kind)
                    .named(form.key())
                    .orElseThrow(() -> new BusinessException(ErrorCode.CONFLICT, "The rule is not there any more"));
            place = rules.indexOf(before);
            rules.set(place, form.rule(kind, before.rule()));
        }
        try {
            desk.replace(ops, kind, form.version(), rules);
        } catch (BusinessException e) {
            throw e.error() == ErrorCode.VALIDATION ? ofField(e, "rules[" + place + "].") : e;
        }
    }

    /** The fields of the one rule that is on the page, by their own names. */
    private static BusinessException ofField(BusinessException e, String prefix) {
        Map<String, Object> fields = new LinkedHashMap<>();
        e.details()
                .forEach((path, message) ->
                        fields.put(path.startsWith(prefix) ? path.substring(prefix.length()) : path, message));
        return new BusinessException(e.error(), e.getMessage(), fields);
    }

    /** What was typed, made from the rules as they are now, so that saving it once more is a decision. */
    private RuleForm newest(RuleKind kind, RuleForm form) {
        Rules rules = desk.current(kind);
        boolean gone = !form.isNew() && rules.named(form.key()).isEmpty();
        return new RuleForm(
                rules.version(), gone ? "" : form.key(), form.application(), form.resource(), form.values());
    }

    private String list(RuleKind kind, Model model, Locale locale) {
        lines(kind, model, locale);
        model.addAttribute("kind", kind.text());
        model.addAttribute(
                "ruleKinds", Stream.of(RuleKind.values()).map(RuleKind::text).toList());
        model.addAttribute("refusals", figures.refusals(kind));
        return LIST;
    }

    private void lines(RuleKind kind, Model model, Locale locale) {
        Rules rules = desk.current(kind);
        model.addAttribute("version", rules.version());
        model.addAttribute(
                "lines",
                rules.all().stream().map(owned -> line(kind, owned, locale)).toList());
    }

    private Line line(RuleKind kind, OwnedRule owned, Locale locale) {
        String application = owned.application();
        Load load = owned.resource().isEmpty() ? null : figures.resource(application, owned.resource());
        Refused refused = kind == RuleKind.SYSTEM
                ? figures.refusedBySystemRules(application)
                : load == null ? null : LiveFigures.refused(kind, Stream.of(load.figures()));
        return new Line(
                owned.key(), application, owned.resource(), words.say(kind, owned.rule(), locale), load, refused);
    }

    /**
     * The form with what is known about its resource.
     *
     * @param changed key of the rule that is being changed, which is none of the others
     */
    private String form(RuleKind kind, RuleForm form, String changed, Model model, Locale locale) {
        model.addAttribute("kind", kind.text());
        model.addAttribute("form", form);
        model.addAttribute("fields", RuleField.of(kind));
        model.addAttribute("applications", Rules.APPLICATIONS);
        model.addAttribute("resources", figures.resources(form.application()));
        model.addAttribute("load", figures.resource(form.application(), form.resource()));
        model.addAttribute("instances", figures.instances(form.application()));
        model.addAttribute("others", others(kind, form, changed, locale));
        return FORM;
    }

    /** The rules that the same resource has already. */
    private List<Line> others(RuleKind kind, RuleForm form, String changed, Locale locale) {
        return desk.current(kind).all().stream()
                .filter(owned -> owned.application().equals(form.application()))
                .filter(owned -> owned.resource().equals(form.resource()))
                .map(owned -> line(kind, owned, locale))
                .filter(line -> !line.key().equals(changed))
                .toList();
    }

    private static OwnedRule owned(Rules rules, String key) {
        return rules.named(key).orElseThrow(() -> BusinessException.notFound("rule"));
    }

    private static RuleKind named(String kind) {
        return RuleKind.named(kind).orElseThrow(() -> BusinessException.notFound("kind of rules"));
    }
}
