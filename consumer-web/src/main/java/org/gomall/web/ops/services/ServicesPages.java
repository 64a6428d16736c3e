package org.gomall.web.ops.services;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.web.ops.failures.FailureDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The live services. The pages fetch themselves anew every two seconds; without scripts they are pages to reload. */
@Controller
class ServicesPages {

    private static final double LEAST_QPS = 1;
    private static final double LEAST_MILLIS = 100;
    private static final double LEAST_ERRORS = 0.05;

    private final LiveServices services;
    private final Applications applications;
    private final Consoles consoles;
    private final FailureDesk failures;
    private final Clock clock;

    ServicesPages(
            LiveServices services, Applications applications, Consoles consoles, FailureDesk failures, Clock clock) {
        this.services = services;
        this.applications = applications;
        this.consoles = consoles;
        this.failures = failures;
        this.clock = clock;
    }

    /** The three charts of an application. */
    record Charts(Sparkline qps, Sparkline p95, Sparkline errors) {}

    /**
     * The calls in one direction, slowest first.
     *
     * @param quiet how many of them had no calls lately
     */
    record Calls(List<ResourceFigures> all, long quiet) {

        public List<ResourceFigures> shown(boolean everything) {
            return all.stream().filter(each -> everything || !each.quiet()).toList();
        }
    }

    @GetMapping("/ops")
    String overview(Model model) {
        List<ServiceFigures> now = services.now();
        Map<String, Charts> charts = new LinkedHashMap<>();
        now.forEach(service -> charts.put(service.application(), charts(service.application())));
        model.addAttribute("services", now);
        model.addAttribute("charts", charts);
        model.addAttribute(
                "findings",
                now.stream()
                        .flatMap(service -> service.findings().stream())
                        .sorted(Finding.worstFirst())
                        .toList());
        model.addAttribute("consoles", consoles.known());
        model.addAttribute("failuresOn", failures.on());
        model.addAttribute("at", clock.instant());
        return "ops/services";
    }

    /** Resources without calls are told in one line; {@code all} lists them as well. */
    @GetMapping("/ops/services/{application}")
    String application(
            @PathVariable String application, @RequestParam(defaultValue = "false") boolean all, Model model) {
        String name = applications.find(application).orElseThrow(() -> BusinessException.notFound("application"));
        ServiceFigures service = services.now().stream()
                .filter(one -> one.application().equals(name))
                .findFirst()
                .orElseThrow();
        model.addAttribute("service", service);
        model.addAttribute("chart", charts(name));
        model.addAttribute("incoming", calls(service, true));
        model.addAttribute("outgoing", calls(service, false));
        model.addAttribute("everything", all);
        model.addAttribute("at", clock.instant());
        return "ops/service";
    }

    private static Calls calls(ServiceFigures service, boolean incoming) {
        List<ResourceFigures> calls = service.instances().stream()
                .flatMap(instance -> instance.resources().stream())
                .collect(Collectors.groupingBy(ResourceFigures::resource))
                .entrySet()
                .stream()
                .map(same -> ResourceFigures.sum(same.getKey(), same.getValue()))
                .filter(resource -> resource.incoming() == incoming)
                .sorted(ResourceFigures.slowestFirst())
                .toList();
        return new Calls(calls, calls.stream().filter(ResourceFigures::quiet).count());
    }

    private Charts charts(String application) {
        return new Charts(
                line(application, LiveServices.Sample::qps, LEAST_QPS),
                line(application, LiveServices.Sample::p95Millis, LEAST_MILLIS),
                line(application, LiveServices.Sample::errorRate, LEAST_ERRORS));
    }

    private Sparkline line(String application, ToDoubleFunction<LiveServices.Sample> figure, double least) {
        return Sparkline.of(
                services.history(application).stream()
                        .map(figure::applyAsDouble)
                        .toList(),
                least);
    }
}
