package org.gomall.web.page;

/** Redirects after a form post. */
public final class Redirects {

    private Redirects() {}

    /** The view name that leads to a local path; curly braces would be read as placeholders and are encoded. */
    public static String to(String path) {
        return "redirect:" + path.replace("{", "%7B").replace("}", "%7D");
    }
}
