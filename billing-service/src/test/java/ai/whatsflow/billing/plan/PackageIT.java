package ai.whatsflow.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.billing.support.Shop;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BillingIT
class PackageIT {

    @Autowired
    private Shop shop;

    @Autowired
    private ApiClient api;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestTokens tokens;

    @Test
    void anEditMakesANewVersionAndSubscribersKeepTheirs() {
        String owner = tokens.user(accounts.owner());
        ApiResponse made = api.post("/api/v1/packages", owner, Shop.packageOf("Starter", "1500.00"))
                .expect(201);
        String path = "/api/v1/packages/" + made.at("/packageId");
        assertThat(made.header("Location")).isEqualTo(path);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.at("/annualPrice/amount")).isEqualTo("15300.00");
        Party customer = accounts.customer();
        shop.fill(customer, "1500.00");
        shop.buy(customer, Shop.order(made.at("/packageId"), "WALLET")).expect(201);

        ApiResponse edited = api.put(path, owner, Shop.packageOf("Starter", "1750.50"), "If-Match", "\"1\"")
                .expect(200);

        assertThat(edited.at("/version")).isEqualTo("2");
        assertThat(edited.at("/annualPrice/amount")).isEqualTo("17855.10");
        assertThat(api.get(path, owner).header("ETag")).isEqualTo("\"2\"");
        assertThat(shop.subscription(customer).at("/packageVersion")).isEqualTo("1");
    }

    @Test
    void anEditNamesTheVersionItHasSeen() {
        String owner = tokens.user(accounts.owner());
        String path = "/api/v1/packages/" + shop.packageAt("100.00");
        Map<String, Object> edit = Shop.packageOf("Business", "200.00");

        api.put(path, owner, edit).expectProblem(428, "precondition-required");
        api.put(path, owner, edit, "If-Match", "\"7\"").expectProblem(412, "version-conflict");
        api.put(path, owner, edit, "If-Match", "nonsense").expectProblem(412, "version-conflict");
        List<Integer> statuses =
                Race.of(6, i -> api.put(path, owner, edit, "If-Match", "\"1\"").status());

        assertThat(statuses).containsOnlyOnce(200).contains(412);
        assertThat(api.get(path, owner).at("/version")).isEqualTo("2");
    }

    @Test
    void offersSubDealerPackagesToSubDealersOnly() {
        Map<String, Object> hidden = Shop.packageOf("Reseller", "900.00");
        hidden.put("visibility", "SUBDEALER_ONLY");
        String packageId = api.post("/api/v1/packages", tokens.user(accounts.owner()), hidden)
                .expect(201)
                .at("/packageId");
        Party dealer = accounts.subDealer();
        Party customer = accounts.customerOf(dealer);

        api.get("/api/v1/packages/" + packageId, tokens.user(dealer)).expect(200);
        api.get("/api/v1/packages/" + packageId, tokens.user(customer)).expectProblem(404, "not-found");
        assertThat(api.get("/api/v1/packages?limit=200", tokens.user(customer)).text())
                .doesNotContain(packageId);
        assertThat(api.get("/api/v1/public/packages", null).expect(200).text()).doesNotContain(packageId);
        shop.buy(customer, Shop.order(packageId, "CASH")).expectProblem(404, "package-unknown");
        Map<String, Object> order = Shop.order(packageId, "CASH");
        order.put("accountId", customer.accountId());
        shop.buy(dealer, order).expect(201);
    }

    @Test
    void onlyTheOwnerDecidesWhatIsSold() {
        Map<String, Object> request = Shop.packageOf("Mine", "1.00");

        for (Party party : List.of(accounts.subDealer(), accounts.customer(), accounts.employee("FINANCE_ADMIN"))) {
            api.post("/api/v1/packages", tokens.user(party), request).expectProblem(403, "forbidden");
        }
        api.post("/api/v1/packages", tokens.user(accounts.owner()), Shop.packageOf("", "1.00"))
                .expectProblem(422, "invalid");
        api.post("/api/v1/packages", tokens.user(accounts.owner()), Shop.packageOf("a\u0000b", "1.00"))
                .expectProblem(422, "invalid");
        assertThat(api.post("/api/v1/packages", tokens.user(accounts.owner()), Shop.packageOf("Free", "0.00"))
                        .expectProblem(422, "invalid")
                        .at("/errors/0/pointer"))
                .isEqualTo("/monthlyPrice");
    }

    @Test
    void pagesThroughTheCatalogue() {
        String token = tokens.user(accounts.owner());
        shop.packageAt("1.00");
        shop.packageAt("2.00");

        ApiResponse first = api.get("/api/v1/packages?limit=1", token).expect(200);
        ApiResponse second = api.get("/api/v1/packages?limit=1&cursor=" + first.at("/nextCursor"), token)
                .expect(200);

        assertThat(second.at("/items/0/packageId")).isNotEqualTo(first.at("/items/0/packageId"));
        api.get("/api/v1/packages?cursor=nonsense", token).expectProblem(400, "unreadable");
        api.get("/api/v1/packages?limit=x", token).expectProblem(400, "unreadable");
    }
}
