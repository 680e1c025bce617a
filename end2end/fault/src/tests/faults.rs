//! Each rule does to a question what its name says.

use super::world::{ANSWER, World, body_of};

const PUSH: &str = "POST /api/push localhost:8080 {}";

#[tokio::test]
async fn what_a_rule_does_and_what_the_server_has_heard() {
    let table = [
        (r#"{"what":"pass"}"#, "200", ANSWER, 1),
        (r#"{"what":"cut-before"}"#, "", "", 0),
        (r#"{"what":"cut-mid-question"}"#, "", "", 0),
        (r#"{"what":"cut-after-commit"}"#, "", "", 1),
        (r#"{"what":"cut-mid-body"}"#, "200", &ANSWER[..ANSWER.len() / 2], 1),
        (r#"{"what":"twice"}"#, "200", ANSWER, 2),
        (r#"{"what":"stall","ms":20}"#, "200", ANSWER, 1),
        (r#"{"what":"say","status":426,"body":{"code":"old"}}"#, "426", r#"{"code":"old"}"#, 0),
    ];
    for (wish, status, body, heard) in table {
        let world = World::new().await;
        let rule = world.rule(wish).await;
        let answer = world.asks("POST", "/api/push", "{}").await;
        assert_eq!(answer.get(9..12).unwrap_or_default(), status, "{wish}: {answer}");
        assert_eq!(body_of(&answer), body, "{wish}");
        assert_eq!(world.heard(), vec![PUSH; heard], "{wish}");
        assert_eq!(world.orders("GET", &format!("{rule}/caught?count=1"), "").await["caught"], 1, "{wish}");
    }
}

#[tokio::test]
async fn strangers_answer_for_the_office() {
    let world = World::new().await;
    let portal = world.rule(r#"{"what":"portal"}"#).await;
    let page = world.asks("GET", "/api/me", "").await;
    assert!(page.contains("text/html") && page.contains("WiFi Hotel") && !page.contains("x-teladan"), "{page}");
    world.orders("DELETE", &portal, "").await;
    world.rule(r#"{"what":"signed-out","times":1}"#).await;
    let words = world.asks("GET", "/api/me", "").await;
    assert!(words.starts_with("HTTP/1.1 401") && words.contains("x-teladan: 1"), "{words}");
    assert!(words.contains("signed_out"), "{words}");
    assert!(world.heard().is_empty());
    assert_eq!(body_of(&world.asks("GET", "/api/me", "").await), ANSWER);
}

#[tokio::test]
async fn a_question_that_is_held_is_asked_when_it_is_let_go() {
    let world = World::new().await;
    let rule = world.rule(r#"{"what":"hold","path":"^/held"}"#).await;
    let held = tokio::spawn({
        let world = world.clone();
        async move { world.asks("GET", "/held", "").await }
    });
    world.orders("GET", &format!("{rule}/caught?count=1"), "").await;
    assert_eq!(body_of(&world.asks("GET", "/other", "").await), ANSWER);
    assert_eq!(world.heard().len(), 1, "only the other one");
    world.orders("DELETE", &rule, "").await;
    assert_eq!(body_of(&held.await.unwrap()), ANSWER);
    assert_eq!(world.heard().len(), 2);
}

#[tokio::test]
async fn an_answer_that_is_swallowed_leaves_the_line_open_until_it_breaks() {
    let world = World::new().await;
    let rule = world.rule(r#"{"what":"swallow","times":1}"#).await;
    let waits = tokio::spawn({
        let world = world.clone();
        async move { world.asks("POST", "/api/push", "{}").await }
    });
    world.orders("GET", &format!("{rule}/caught?count=1"), "").await;
    assert_eq!(world.heard(), [PUSH]);
    assert!(!waits.is_finished());
    world.orders("POST", "/break", "").await;
    assert_eq!(waits.await.unwrap(), "");
}

#[tokio::test]
async fn a_later_version_has_more_fields() {
    let world = World::new().await;
    world.rule(r#"{"what":"later"}"#).await;
    let answer = world.asks("GET", "/api/me", "").await;
    let body: serde_json::Value = serde_json::from_str(body_of(&answer)).unwrap();
    assert_eq!(body["rows"][0]["entry"]["id"], 1);
    assert!(body["rows"][0]["entry"].as_object().unwrap().len() > 1, "{body}");
}
