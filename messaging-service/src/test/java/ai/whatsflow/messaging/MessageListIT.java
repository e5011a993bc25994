package ai.whatsflow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.Senders.Sender;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MessagingIT
class MessageListIT {

    @Autowired
    Senders senders;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestTokens tokens;

    @Autowired
    ApiClient api;

    @Test
    void pagesFromTheNewestDown() {
        Sender sender = senders.entitledTo(100);
        senders.sendAll(sender, ContactService.phones(0, 25)).expect(202);
        List<String> seen = new ArrayList<>();
        ApiResponse page = list(sender.token(), "?limit=10");
        while (true) {
            page.json().at("/items").forEach(item -> seen.add(item.at("/to").asString()));
            if (page.json().at("/nextCursor").isNull()) {
                break;
            }
            page = list(sender.token(), "?limit=10&cursor=" + page.at("/nextCursor"));
        }
        assertThat(seen).isEqualTo(ContactService.phones(0, 25).reversed());
        assertThat(page.at("/items/0/text")).isEqualTo("We open at nine tomorrow.");
    }

    @Test
    void narrowsByEveryFilter() {
        Sender sender = senders.entitledTo(100);
        Instant before = Instant.now().minusSeconds(1);
        String batchId =
                senders.sendAll(sender, ContactService.phones(0, 3)).expect(202).at("/batchId");
        UUID second = senders.instanceOf(sender.party());
        senders.send(new Sender(sender.party(), sender.token(), second), "+94771234567")
                .expect(202);

        assertThat(size(sender, "")).isEqualTo(4);
        assertThat(size(sender, "?batchId=" + batchId)).isEqualTo(3);
        assertThat(size(sender, "?instanceId=" + second)).isEqualTo(1);
        assertThat(size(sender, "?to=%2B94771234567")).isEqualTo(1);
        assertThat(size(sender, "?to=+94771234567")).isEqualTo(1);
        assertThat(size(sender, "?status=QUEUED")).isEqualTo(4);
        assertThat(size(sender, "?status=READ")).isZero();
        assertThat(size(sender, "?from=" + before)).isEqualTo(4);
        assertThat(size(sender, "?until=" + before)).isZero();
        for (String wrong : List.of("status=LOST", "batchId=1", "from=yesterday", "cursor=x")) {
            api.get("/api/v1/messages?" + wrong, sender.token()).expectProblem(400, "unreadable");
        }
        api.get("/api/v1/messages?limit=0", sender.token()).expectProblem(422, "invalid");
    }

    @Test
    void showsASubDealerItsOwnCustomersOnly() {
        var dealer = accounts.subDealer();
        Sender customer = senders.entitled(accounts.customerOf(dealer), 10);
        Sender stranger = senders.entitledTo(10);
        String own = senders.send(customer, "+94770000001").at("/messageId");
        String foreign = senders.send(stranger, "+94770000002").at("/messageId");
        String dealerToken = tokens.user(dealer);
        ApiResponse list = list(dealerToken, "");
        assertThat(list.json().at("/items")).hasSize(1);
        assertThat(list.at("/items/0/messageId")).isEqualTo(own);
        api.get("/api/v1/messages/" + own, dealerToken).expect(200);
        api.get("/api/v1/messages/" + foreign, dealerToken).expectProblem(404, "not-found");
        api.get("/api/v1/message-quota?accountId=" + customer.accountId(), dealerToken)
                .expect(200);
        api.get("/api/v1/message-quota?accountId=" + stranger.accountId(), dealerToken)
                .expectProblem(404, "not-found");
        api.post(
                        "/api/v1/messages",
                        dealerToken,
                        Map.of("instanceId", customer.instanceId(), "to", "+94770000001", "text", "x"))
                .expectProblem(403, "forbidden");
        String support = tokens.user(accounts.employee("SUPPORT_ADMIN"));
        api.get("/api/v1/messages/" + foreign, support).expect(200);
    }

    private int size(Sender sender, String query) {
        return list(sender.token(), query).json().at("/items").size();
    }

    private ApiResponse list(String token, String query) {
        return api.get("/api/v1/messages" + query, token).expect(200);
    }
}
