package dev.sluice.aws;

/**
 * Who AWS says is calling.
 *
 * @param account the number of the account
 * @param arn the user, or the role and its session
 */
public record AwsCaller(String account, String arn) {}
