package ai.whatsflow.messaging.recipient.feign;

import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;

@FeignClient(
        name = "contact-service",
        url = "${whatsflow.services.contact.url}",
        configuration = ContactServiceCalls.class)
interface ContactServiceClient {

    @RequestLine("GET /internal/v1/contact-groups/{groupId}/recipients"
            + "?accountId={accountId}&limit={limit}&cursor={cursor}")
    Answer recipients(
            @Param("groupId") UUID groupId,
            @Param("accountId") UUID accountId,
            @Param("limit") int limit,
            @Param("cursor") @Nullable String cursor);

    record Answer(
            List<Item> items,
            @Nullable String nextCursor,
            @Nullable Long total) {}

    record Item(UUID contactId, String phone) {}
}
