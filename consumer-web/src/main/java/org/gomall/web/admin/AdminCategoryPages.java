package org.gomall.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.product.CategoryEntry;
import org.gomall.api.product.SaveCategoryCommand;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The category tree and a form for one category. */
@Controller
class AdminCategoryPages {

    private static final String LIST = "/admin/categories";

    private final CategoryEditor categories;

    AdminCategoryPages(CategoryEditor categories) {
        this.categories = categories;
    }

    /** A category as it is typed. */
    record CategoryForm(String parentId, String name, String nameZh, String slug, String position) {

        static CategoryForm of(CategoryEntry entry) {
            return new CategoryForm(
                    entry.parentId() == null ? "" : entry.parentId().toString(),
                    entry.name(),
                    entry.nameZh(),
                    entry.slug(),
                    Integer.toString(entry.position()));
        }

        SaveCategoryCommand command(ActingUser actor, Long categoryId) {
            SaveCategoryCommand command = new SaveCategoryCommand(
                    actor,
                    categoryId,
                    parentId == null || parentId.isBlank() ? null : number(parentId, 18),
                    strip(name),
                    strip(nameZh),
                    strip(slug),
                    position == null ? null : number(position, 5).intValue());
            command.check();
            return command;
        }

        /** -1, which no check lets pass, when it is no number. */
        private static Long number(String text, int digits) {
            return text.strip().matches("\\d{1," + digits + "}") ? Long.parseLong(text.strip()) : -1L;
        }

        private static String strip(String text) {
            return text == null ? null : text.strip();
        }
    }

    /** A top category and those below it. */
    record Branch(CategoryEntry top, List<CategoryEntry> children) {

        static List<Branch> tree(List<CategoryEntry> all) {
            return all.stream()
                    .filter(entry -> entry.parentId() == null)
                    .map(top -> new Branch(
                            top,
                            all.stream()
                                    .filter(entry -> entry.parentId() != null && entry.parentId() == top.categoryId())
                                    .toList()))
                    .toList();
        }
    }

    @GetMapping(LIST)
    String list(Model model) {
        return page(null, new CategoryForm("", "", "", "", "0"), model);
    }

    @PostMapping(LIST)
    String create(
            ActingUser actor,
            @ModelAttribute("form") CategoryForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            categories.create(form.command(actor, null));
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(null, form, model);
        }
        return done("saved", request, response);
    }

    @GetMapping(LIST + "/{categoryId}")
    String edit(@PathVariable long categoryId, Model model) {
        return page(categoryId, CategoryForm.of(entry(categoryId)), model);
    }

    @PostMapping(LIST + "/{categoryId}")
    String update(
            @PathVariable long categoryId,
            ActingUser actor,
            @ModelAttribute("form") CategoryForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            categories.update(form.command(actor, categoryId));
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(categoryId, form, model);
        }
        return done("saved", request, response);
    }

    @GetMapping(LIST + "/{categoryId}/delete")
    String ask(@PathVariable long categoryId, Model model) {
        model.addAttribute("category", entry(categoryId));
        return "admin/category-delete";
    }

    @PostMapping(LIST + "/{categoryId}/delete")
    String delete(
            @PathVariable long categoryId,
            ActingUser actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            categories.delete(actor, categoryId);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return ask(categoryId, model);
        }
        return done("category.deleted", request, response);
    }

    private String page(Long categoryId, CategoryForm form, Model model) {
        List<CategoryEntry> all = categories.list();
        model.addAttribute("categories", all);
        model.addAttribute("tree", Branch.tree(all));
        model.addAttribute("categoryId", categoryId);
        model.addAttribute("form", form);
        return categoryId == null ? "admin/categories" : "admin/category";
    }

    private CategoryEntry entry(long categoryId) {
        return categories.list().stream()
                .filter(entry -> entry.categoryId() == categoryId)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("category"));
    }

    private static String done(String said, HttpServletRequest request, HttpServletResponse response) {
        Flash.say(request, response, said);
        return Redirects.to(LIST);
    }
}
