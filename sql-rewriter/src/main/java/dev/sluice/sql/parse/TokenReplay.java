package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.SimpleCharStream;
import dev.sluice.sql.parse.generated.SluiceSqlParserTokenManager;
import dev.sluice.sql.parse.generated.Token;
import java.io.StringReader;
import java.util.List;

/** Hands tokens that were already read and judged to the generated parser. Serves one parse. */
final class TokenReplay extends SluiceSqlParserTokenManager {
  private final List<Token> tokens;
  private int next;

  TokenReplay(List<Token> tokens) {
    super(new SimpleCharStream(new StringReader(""), 1, 1, 1));
    this.tokens = tokens;
  }

  @Override
  public Token getNextToken() {
    Token token = tokens.get(next);
    if (next < tokens.size() - 1) {
      next++;
    }
    return token;
  }
}
