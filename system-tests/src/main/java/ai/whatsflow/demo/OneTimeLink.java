package ai.whatsflow.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows Keycloak's mailed link as a person would: opens it, agrees, types a password twice. */
final class OneTimeLink {

    private static final int MOST_PAGES = 5;

    private final Http browser = Http.browser();

    void choosePassword(String link, String password) {
        Answer page = browser.get(link).expect(200);
        for (int i = 0; i < MOST_PAGES; i++) {
            Document document = Jsoup.parse(page.text(), link);
            Element form = document.selectFirst("form:has(input[name=password-new])");
            if (form != null) {
                submit(form, password);
                return;
            }
            Element onwards = document.selectFirst(
                    "#kc-info-message a[href], p.instruction a[href], main a[href*=login-actions]");
            if (onwards == null) {
                throw new StepFailure("the page behind the mailed link shows no way on: " + document.title());
            }
            page = browser.get(onwards.absUrl("href")).expect(200);
        }
        throw new StepFailure("the mailed link led to no password form");
    }

    private void submit(Element form, String password) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name]")) {
            fields.put(input.attr("name"), input.val());
        }
        fields.remove("logout-sessions");
        fields.put("password-new", password);
        fields.put("password-confirm", password);
        Answer done = browser.postForm(form.absUrl("action"), fields);
        if (done.status() >= 400 || done.text().contains("password-new")) {
            throw new StepFailure("Keycloak did not take the password: "
                    + Jsoup.parse(done.text()).text());
        }
    }
}
