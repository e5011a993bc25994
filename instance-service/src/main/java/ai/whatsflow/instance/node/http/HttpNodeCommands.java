package ai.whatsflow.instance.node.http;

import ai.whatsflow.instance.node.CommandResult;
import ai.whatsflow.instance.node.CommandsAnswer;
import ai.whatsflow.instance.node.CommandsAnswer.Answered;
import ai.whatsflow.instance.node.CommandsAnswer.Unknown;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeCommand;
import ai.whatsflow.instance.node.NodeCommands;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The node protocol's command endpoint. */
class HttpNodeCommands implements NodeCommands {

    private final RestClient http;
    private final Supplier<String> accessToken;

    HttpNodeCommands(RestClient http, Supplier<String> accessToken) {
        this.http = http;
        this.accessToken = accessToken;
    }

    @Override
    public CommandsAnswer give(Node node, List<NodeCommand> commands) {
        try {
            CommandResponse.Batch answer = http.post()
                    .uri(URI.create(node.url() + "/node/v1/commands"))
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken.get())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new CommandRequest.Batch(
                            commands.stream().map(CommandRequest::of).toList()))
                    .retrieve()
                    .body(CommandResponse.Batch.class);
            if (answer == null) {
                return new Unknown("the answer has no body");
            }
            Map<UUID, CommandResult> results = new HashMap<>();
            answer.results().forEach(each -> results.put(each.commandId(), each.meaning()));
            return new Answered(results);
        } catch (RestClientException | HttpMessageConversionException noAnswer) {
            return new Unknown(noAnswer.getClass().getSimpleName() + ": " + noAnswer.getMessage());
        }
    }
}
